//! Values as bytes, for the compiled bank and for papers: the wire format of postcard, which is stable and
//! described in public. Parts follow each other; numbers above a byte take seven bits a byte, lowest first; texts
//! and lists begin with their length, and variants with their place.
//!
//! It is written here because the library's way through serde costs the app three kilobytes more on the wire. The
//! library is the oracle of the tests.

use std::rc::Rc;

/// A value that can be written as bytes and read again.
pub trait Packed: Sized {
    /// Writes it behind what is there.
    fn put(&self, out: &mut Vec<u8>);

    /// Reads it from the front, and leaves the rest; `None` for bytes that nothing was written as.
    fn take(bytes: &mut &[u8]) -> Option<Self>;

    /// Its bytes.
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.put(&mut out);
        out
    }

    /// The value that these bytes hold, and nothing else.
    fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let value = Self::take(&mut bytes)?;
        bytes.is_empty().then_some(value)
    }
}

/// A structure is its fields, in the order in which they are named.
macro_rules! packed_fields {
    ($($name:ty { $($field:tt),* })*) => {$(
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $($crate::packed::Packed::put(&self.$field, out);)*
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: $crate::packed::Packed::take(bytes)?),* })
            }
        }
    )*};
}
pub(crate) use packed_fields;

/// A choice without content is its place among its variants.
macro_rules! packed_choice {
    ($($name:ident { $($variant:ident),* })*) => {$(
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let place = [$(Self::$variant),*].iter().position(|known| known == self);
                $crate::packed::put_length(place.unwrap_or(0), out);
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                [$(Self::$variant),*].get($crate::packed::take_length(bytes)?).copied()
            }
        }
    )*};
}
pub(crate) use packed_choice;

/// A text of a certain form is a text that is read as that form.
macro_rules! packed_text {
    ($($name:ty),*) => {$(
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $crate::packed::put_text(&self.to_string(), out);
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Self::parse($crate::packed::take_text(bytes)?)
            }
        }
    )*};
}
pub(crate) use packed_text;

#[inline(never)]
fn put_number(mut number: u64, out: &mut Vec<u8>) {
    loop {
        // The mask leaves seven bits.
        let low = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

#[inline(never)]
fn take_number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let byte = u8::take(bytes)?;
        let low = u64::from(byte & 0x7f);
        if low << shift >> shift != low {
            return None;
        }
        number |= low << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

pub(crate) fn put_length(length: usize, out: &mut Vec<u8>) {
    put_number(u64::try_from(length).unwrap_or(u64::MAX), out);
}

pub(crate) fn take_length(bytes: &mut &[u8]) -> Option<usize> {
    take_number(bytes)?.try_into().ok()
}

#[inline(never)]
pub(crate) fn put_text(text: &str, out: &mut Vec<u8>) {
    put_length(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

#[inline(never)]
pub(crate) fn take_text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = take_length(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

impl Packed for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        Some(*byte)
    }
}

impl Packed for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        match u8::take(bytes)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

macro_rules! packed_number {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            fn put(&self, out: &mut Vec<u8>) {
                put_number(u64::from(*self), out);
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                take_number(bytes)?.try_into().ok()
            }
        }
    )*};
}
packed_number!(u16, u32, u64);

/// Signs alternate, so that small numbers below zero are short too: 0, -1, 1, -2, …
impl Packed for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 31)).cast_unsigned().put(out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let folded = u32::take(bytes)?;
        Some((folded >> 1).cast_signed() ^ -(folded & 1).cast_signed())
    }
}

impl Packed for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(self, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        take_text(bytes).map(str::to_owned)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        if bool::take(bytes)? { T::take(bytes).map(Some) } else { Some(None) }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        put_list(self, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        // Each value takes a byte or more, so a length that lies ends with the bytes.
        let mut list = Self::new();
        for _ in 0..take_length(bytes)? {
            list.push(T::take(bytes)?);
        }
        Some(list)
    }
}

/// Writes a list.
pub(crate) fn put_list<T: Packed>(list: &[T], out: &mut Vec<u8>) {
    put_length(list.len(), out);
    for value in list {
        value.put(out);
    }
}

impl<T: Packed> Packed for Rc<T> {
    fn put(&self, out: &mut Vec<u8>) {
        T::put(self, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        T::take(bytes).map(Self::new)
    }
}

/// As many values as there are, without their number.
impl<T: Packed, const N: usize> Packed for [T; N] {
    fn put(&self, out: &mut Vec<u8>) {
        for value in self {
            value.put(out);
        }
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let mut list = Vec::new();
        for _ in 0..N {
            list.push(T::take(bytes)?);
        }
        list.try_into().ok()
    }
}
