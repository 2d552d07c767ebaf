"""Files -> plan, or the lines to mend."""
