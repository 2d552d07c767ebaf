"""The built site is whole."""
