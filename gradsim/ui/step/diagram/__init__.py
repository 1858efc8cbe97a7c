"""The network drawn, and the hand that moves and clicks in it."""
