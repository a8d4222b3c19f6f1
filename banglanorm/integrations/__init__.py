"""The library in the tools that hold people's data: one host a file, each an extra of its own."""
