"""What it costs: the check, the build, the pictures, a plan of 1000 objectives."""
