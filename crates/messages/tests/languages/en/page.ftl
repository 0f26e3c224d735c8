failed = { -app } did not start
