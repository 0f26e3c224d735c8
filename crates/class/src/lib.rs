//! What the answers of a class say: of its questions, of its forms, and of those who handed in.
