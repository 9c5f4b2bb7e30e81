"""What is drawn over a figure on request, and loaded only then: lines, angles, weight and so on."""
