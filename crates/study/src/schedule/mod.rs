//! Spaced repetition: an objective is a card, and an answer to one of its questions a review.
