"""What is generated from the data package: ids as types, the release."""
