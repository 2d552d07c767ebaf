"""What somebody proposes: files to fill in, and records made from answers, with what the check says of them before anybody opens a pull request."""
