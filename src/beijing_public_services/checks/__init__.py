"""What is wrong with a data package: rules, their runner, their reports."""
