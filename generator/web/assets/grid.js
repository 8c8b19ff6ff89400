// The grid of 填数: what AG Grid Community leaves to the page.
