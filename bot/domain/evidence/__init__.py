"""What the service can show about itself: charts that are read by rules, and whether an improvement has lasted."""
