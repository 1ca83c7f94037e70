"""The server for assistants: tools of the Model Context Protocol that read one data package."""
