"""What rules of several families share: rules made of one line, and comparisons of sources that speak of one time."""
