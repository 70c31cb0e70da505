"""What the server answers that is no Dash callback: headers, compression, cached assets."""
