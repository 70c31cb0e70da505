"""What is told the press of a region: paragraphs, facts and definitions, from its own figures."""
