"""What several test modules share: fixtures, folders, ways to damage files."""
