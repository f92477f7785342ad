"""Pure rules: which message goes to whom, and when it is tried again."""
