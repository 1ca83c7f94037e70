"""The frozen values of a data package: observation, indicator, and what they refer to."""
