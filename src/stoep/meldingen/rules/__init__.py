"""Pure rules: they take values and answer; they fetch and store nothing."""
