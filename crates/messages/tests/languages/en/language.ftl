tag = en
direction = ltr
usual = en-GB
