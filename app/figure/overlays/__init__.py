"""What is drawn over a figure on request: lines, angles, weight, muscles, load; loaded then."""
