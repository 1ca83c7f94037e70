"""Charts of figures that show bounds, breaks, revisions and targets as what they are."""
