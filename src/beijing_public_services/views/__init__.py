"""What a person looks at: charts and the explorer page."""
