"""The Step workspace: diagram, equation, factor card, activation curve and running product."""
