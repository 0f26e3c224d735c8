tag = xx
direction = ltr
usual = xx-YY
