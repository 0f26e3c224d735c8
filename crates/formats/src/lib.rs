//! Questions in formats that others read and write, and the codes that papers and answers travel in.
