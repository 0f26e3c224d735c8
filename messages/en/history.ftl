### The list of results.

history-title = Results
history-empty = No results yet. Finish an exam, and it stands here.
