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

    /// Reads it from the front. Of bytes that nothing was written as it makes any value, and the reader knows.
    fn take(from: &mut Unpacking) -> Self;

    /// Its bytes.
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.put(&mut out);
        out
    }

    /// The value that these bytes hold, and nothing else.
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacking { bytes, broken: false };
        let value = Self::take(&mut from);
        (from.bytes.is_empty() && !from.broken).then_some(value)
    }
}

/// Bytes being read. A fault is noted and told at the end: leaving at each fault would make every reader of a
/// structure also a destroyer of half of it, which doubles their code.
#[derive(Debug)]
pub struct Unpacking<'a> {
    bytes: &'a [u8],
    broken: bool,
}

impl<'a> Unpacking<'a> {
    /// Notes a fault: nothing more is read. Any value stands in for what was to be read.
    #[inline(never)]
    pub(crate) fn refuse<T>(&mut self, stand_in: T) -> T {
        self.bytes = &[];
        self.broken = true;
        stand_in
    }

    /// Whether all was read, or nothing more can be.
    pub(crate) fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((byte, rest)) => {
                self.bytes = rest;
                *byte
            }
            None => self.refuse(0),
        }
    }

    /// A number that fits sixty-four bits.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            let low = u64::from(byte & 0x7f);
            if low << shift >> shift != low {
                break;
            }
            number |= low << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.refuse(0)
    }

    pub(crate) fn length(&mut self) -> usize {
        let number = self.number();
        usize::try_from(number).unwrap_or_else(|_| self.refuse(0))
    }

    #[inline(never)]
    pub(crate) fn text(&mut self) -> &'a str {
        let length = self.length();
        if let Some((text, rest)) = self.bytes.split_at_checked(length)
            && let Ok(text) = std::str::from_utf8(text)
        {
            self.bytes = rest;
            return text;
        }
        self.refuse("")
    }
}

/// A structure is its fields, in the order in which they are named.
macro_rules! packed_fields {
    ($($name:ty { $($field:tt),* })*) => {$(
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $($crate::packed::Packed::put(&self.$field, out);)*
            }

            fn take(from: &mut $crate::packed::Unpacking) -> Self {
                Self { $($field: $crate::packed::Packed::take(from)),* }
            }
        }
    )*};
}
pub(crate) use packed_fields;

/// A choice without content is its place among its variants.
macro_rules! packed_choice {
    ($($name:ident { $first:ident $(, $other:ident)* })*) => {$(
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let place = [Self::$first $(, Self::$other)*].iter().position(|known| known == self);
                $crate::packed::put_length(place.unwrap_or(0), out);
            }

            fn take(from: &mut $crate::packed::Unpacking) -> Self {
                let known = [Self::$first $(, Self::$other)*].get(from.length()).copied();
                known.unwrap_or_else(|| from.refuse(Self::$first))
            }
        }
    )*};
}
pub(crate) use packed_choice;

/// A choice with content is its number, then its content. A number is never given to another variant.
macro_rules! packed_variants {
    ($name:ident, $stand_in:expr, {
        $($number:literal => $variant:ident $(($($content:ident),+))? $({$($field:ident),+})?,)+
    }) => {
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                match self {$(
                    Self::$variant $(($($content),+))? $({$($field),+})? => {
                        $crate::packed::put_length($number, out);
                        $($($crate::packed::Packed::put($content, out);)+)?
                        $($($crate::packed::Packed::put($field, out);)+)?
                    }
                )+}
            }

            fn take(from: &mut $crate::packed::Unpacking) -> Self {
                match from.length() {
                    $($number => {
                        $($(let $content = $crate::packed::Packed::take(from);)+)?
                        $($(let $field = $crate::packed::Packed::take(from);)+)?
                        Self::$variant $(($($content),+))? $({$($field),+})?
                    })+
                    _ => from.refuse($stand_in),
                }
            }
        }
    };
}
pub(crate) use packed_variants;

/// A text of a certain form is a text that is read as that form; and what stands in for one that is not.
macro_rules! packed_text {
    ($name:ty, $stand_in:expr) => {
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $crate::packed::put_text(&self.to_string(), out);
            }

            fn take(from: &mut $crate::packed::Unpacking) -> Self {
                Self::parse(from.text()).unwrap_or_else(|| from.refuse($stand_in))
            }
        }
    };
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

pub(crate) fn put_length(length: usize, out: &mut Vec<u8>) {
    put_number(u64::try_from(length).unwrap_or(u64::MAX), out);
}

#[inline(never)]
pub(crate) fn put_text(text: &str, out: &mut Vec<u8>) {
    put_length(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

/// Writes a list.
pub(crate) fn put_list<T: Packed>(list: &[T], out: &mut Vec<u8>) {
    put_length(list.len(), out);
    for value in list {
        value.put(out);
    }
}

impl Packed for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(from: &mut Unpacking) -> Self {
        from.byte()
    }
}

impl Packed for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(from: &mut Unpacking) -> Self {
        match from.byte() {
            0 => false,
            1 => true,
            _ => from.refuse(false),
        }
    }
}

macro_rules! packed_number {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            fn put(&self, out: &mut Vec<u8>) {
                put_number(u64::from(*self), out);
            }

            fn take(from: &mut Unpacking) -> Self {
                let number = from.number();
                Self::try_from(number).unwrap_or_else(|_| from.refuse(0))
            }
        }
    )*};
}
packed_number!(u16, u32);

impl Packed for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        put_number(*self, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        from.number()
    }
}

/// Signs alternate, so that small numbers below zero are short too: 0, -1, 1, -2, …
impl Packed for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 31)).cast_unsigned().put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        let folded = u32::take(from);
        (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
    }
}

/// Signs alternate here too.
impl Packed for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 63)).cast_unsigned().put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        let folded = u64::take(from);
        (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
    }
}

/// A place in a list.
impl Packed for usize {
    fn put(&self, out: &mut Vec<u8>) {
        put_length(*self, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        from.length()
    }
}

impl Packed for () {
    fn put(&self, _out: &mut Vec<u8>) {}

    fn take(_from: &mut Unpacking) -> Self {}
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        (A::take(from), B::take(from))
    }
}

impl<A: Packed, B: Packed, C: Packed> Packed for (A, B, C) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
        self.2.put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        (A::take(from), B::take(from), C::take(from))
    }
}

/// Whether it went wrong, then what came of it.
impl<T: Packed, E: Packed> Packed for Result<T, E> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_err().put(out);
        match self {
            Ok(value) => value.put(out),
            Err(fault) => fault.put(out),
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        if bool::take(from) { Err(E::take(from)) } else { Ok(T::take(from)) }
    }
}

impl Packed for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(self, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        from.text().to_owned()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        bool::take(from).then(|| T::take(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        put_list(self, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        // Each value takes a byte or more, so a length that lies ends with the bytes.
        let mut left = from.length();
        let mut list = Self::new();
        while left > 0 && !from.broken {
            list.push(T::take(from));
            left -= 1;
        }
        list
    }
}

impl<T: Packed> Packed for Rc<T> {
    fn put(&self, out: &mut Vec<u8>) {
        T::put(self, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self::new(T::take(from))
    }
}

/// As many values as there are, without their number.
impl<T: Packed, const N: usize> Packed for [T; N] {
    fn put(&self, out: &mut Vec<u8>) {
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        std::array::from_fn(|_| T::take(from))
    }
}
