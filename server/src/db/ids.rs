//! Ids as types: the name of one kind of record cannot be taken for that of another.

use crate::{
    crypto::{keys::Key, random::Random},
    db::{DbResult, FromColumn, Row, Value},
};
use domain::Substance;
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};
use zeroize::Zeroizing;

/// What should be an id and is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("is no id")]
pub struct ParseIdError;

macro_rules! id_types {
    ($($(#[$meta:meta])* $name:ident($bytes:literal);)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $bytes]);

        impl $name {
            #[must_use]
            pub const fn new(bytes: [u8; $bytes]) -> Self {
                Self(bytes)
            }

            /// One that tells no order.
            #[must_use]
            pub fn random(random: &Random) -> Self {
                Self(random.bytes())
            }

            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $bytes] {
                &self.0
            }
        }

        /// In hexadecimal, as forms and addresses carry it.
        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                let mut bytes = [0; $bytes];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| ParseIdError)?;
                Ok(Self(bytes))
            }
        }

        impl<'a> From<&'a $name> for Value<'a> {
            fn from(id: &'a $name) -> Self {
                Value::Bytes(Some(&id.0))
            }
        }

        impl<'a> From<Option<&'a $name>> for Value<'a> {
            fn from(id: Option<&'a $name>) -> Self {
                Value::Bytes(id.map(|id| &id.0[..]))
            }
        }

        impl FromColumn for $name {
            fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
                row.get(name).map(Self)
            }
        }
    )+};
}

id_types! {
    /// An appointment, held or booked.
    AppointmentId(16);
    /// What is kept of a return code. It is a print of the form's key, which is not stored.
    CodeId(16);
    /// Somebody who wants to be called.
    CallId(16);
    /// A complaint. It is a print of the form's key, which is not stored.
    ComplaintId(16);
    /// A file that goes along with a complaint.
    AttachmentId(16);
    /// A wish for treatment that is followed. It is a print of the form's key, which is not stored.
    CaseId(16);
    /// A plan of treatment. It is a print of the form's key, which is not stored.
    PlanId(16);
    /// A way into a plan: a code, and whose it is.
    AccessId(16);
    /// What somebody writes in their plan for themselves alone. It is a print of the form's key, which is not stored.
    NoteId(16);
    /// A member of staff.
    StaffId(16);
    /// Hours of a weekday.
    HoursId(16);
    /// A day that is not like the week.
    ExceptionId(16);
    /// A key that a member of staff signs in with.
    PasskeyId(16);
    /// The key that a form carries: sent twice, the form asks for one thing.
    FormKey(16);
    /// SHA-256 of a [`FormKey`]: all that is stored of it.
    FormHash(32);
}

impl FormKey {
    /// What is stored of the key.
    #[must_use]
    pub fn hash(&self) -> FormHash {
        FormHash(Sha256::digest(self.0).into())
    }

    /// The key of one of several forms on a page, by its number.
    #[must_use]
    pub fn of_part(&self, number: u32) -> Self {
        Self(self.derive(format!("part {number}").as_bytes()))
    }

    /// The name of the code that the form leads to.
    #[must_use]
    pub fn code_id(&self) -> CodeId {
        CodeId(self.derive(b"code"))
    }

    /// The name of the case that the form opens about a substance.
    #[must_use]
    pub fn case_id(&self, substance: Substance) -> CaseId {
        CaseId(self.derive(match substance {
            Substance::Alcohol => b"case: alcohol",
            Substance::Drugs => b"case: drugs",
        }))
    }

    /// The name of the complaint that the form files.
    #[must_use]
    pub fn complaint_id(&self) -> ComplaintId {
        ComplaintId(self.derive(b"complaint"))
    }

    /// From what the number of its receipt is made.
    #[must_use]
    pub fn complaint_number(&self) -> [u8; 16] {
        self.derive(b"complaint: number")
    }

    /// The key under which files wait for the form to be sent: whoever has not got the form cannot open them.
    #[must_use]
    pub fn draft_key(&self) -> Key {
        Zeroizing::new(Sha256::new().chain_update(b"complaint: files").chain_update(self.0).finalize().into())
    }

    /// The name of the plan that the form opens.
    #[must_use]
    pub fn plan_id(&self) -> PlanId {
        PlanId(self.derive(b"plan"))
    }

    /// The name of the way into a plan that the form gives.
    #[must_use]
    pub fn access_id(&self) -> AccessId {
        AccessId(self.derive(b"plan: access"))
    }

    /// The name of the note that the form adds.
    #[must_use]
    pub fn note_id(&self) -> NoteId {
        NoteId(self.derive(b"plan: note"))
    }

    fn derive(&self, what: &[u8]) -> [u8; 16] {
        let print = Sha256::new().chain_update(what).chain_update(self.0).finalize();
        print.first_chunk().copied().expect("32 bytes hold 16")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_is_read_as_it_was_written(bytes in any::<[u8; 16]>()) {
            let id = StaffId::new(bytes);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
        }

        #[test]
        fn nothing_else_is_an_id(text in "\\PC{0,40}") {
            let is_id = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            prop_assert_eq!(text.parse::<StaffId>().is_ok(), is_id);
        }
    }
}
