"""What a person looks at: charts, notebook tables, the explorer page."""
