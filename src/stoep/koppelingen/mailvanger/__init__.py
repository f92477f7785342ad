"""The mail catcher of the demo: a simulator that keeps every mail and sends none on."""
