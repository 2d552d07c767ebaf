"""Pictures as SVG: pure functions from data to text, the same bytes for the same data."""
