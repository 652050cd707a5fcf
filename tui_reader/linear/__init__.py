"""The reader line by line: words in, plain lines out. It draws nothing, and knows neither Textual nor the screen."""
