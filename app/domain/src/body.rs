//! Bodies that decide or receive a complaint.

use crate::{Role, Text};
use serde::{Serialize, Serializer};

/// A body or unit, by its code and its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// Such as `skanderborg_center`: small letters, digits and `_`.
    pub code: String,
    pub name: Text,
    /// The id of the unit at which it is reached, where it is none itself.
    pub unit: Option<String>,
    /// Who reads at the desk what is sent to it; `None` for a body that has no place at the desk.
    pub reader: Option<Role>,
}

/// A decision names a body by its code.
impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code)
    }
}
