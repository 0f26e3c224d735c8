# No words, but what the build and the browser must know of the language.
tag = en
direction = ltr
# How numbers and dates are written for a reader whose browser names no variety of English.
usual = en-GB
