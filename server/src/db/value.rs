//! Values that a statement is given.

use chrono::NaiveDate;
use std::borrow::Cow;

/// What stands for `$1`, `$2`, … of a statement. `None` is NULL.
pub enum Value<'a> {
    Int(Option<i64>),
    Text(Option<Cow<'a, str>>),
    Bytes(Option<&'a [u8]>),
}

macro_rules! int_values {
    ($($kind:ty)+) => {$(
        impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Self::Int(Some(number.into()))
            }
        }

        impl From<Option<$kind>> for Value<'_> {
            fn from(number: Option<$kind>) -> Self {
                Self::Int(number.map(Into::into))
            }
        }
    )+};
}

// 0 and 1 stand for no and yes, as both engines understand them.
int_values!(bool u8 u16 u32 i32 i64);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text.into()))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Some(text.as_str().into()))
    }
}

/// Days are written as `2026-11-24`, so that their order is that of the text.
impl From<NaiveDate> for Value<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Text(Some(day.to_string().into()))
    }
}

impl From<Option<NaiveDate>> for Value<'_> {
    fn from(day: Option<NaiveDate>) -> Self {
        Self::Text(day.map(|day| day.to_string().into()))
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl<'a> From<Option<&'a [u8]>> for Value<'a> {
    fn from(bytes: Option<&'a [u8]>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}
