"""What the window tells about itself: keys, the rules of the verdict, conventions, licences."""
