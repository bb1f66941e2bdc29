//! Rows as the engines give them, read by the names of their columns.

use super::{DbError, DbResult};
use chrono::NaiveDate;
use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _, postgres::PgRow, sqlite::SqliteRow};

/// A row that a statement has found.
pub enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// What a row is read into.
pub trait FromRow: Sized {
    /// # Errors
    /// Where the row holds something that the portal did not write.
    fn from_row(row: &Row) -> DbResult<Self>;
}

/// What a column is read into.
pub trait FromColumn: Sized {
    /// # Errors
    /// Where the column holds something else.
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self>;
}

impl Row {
    /// The value of the column `name`.
    ///
    /// # Errors
    /// Where there is no such column, or it holds something else.
    pub fn get<T: FromColumn>(&self, name: &'static str) -> DbResult<T> {
        T::from_column(self, name)
    }

    /// The value of a column that holds a code, such as `PHONE`.
    ///
    /// # Errors
    /// Where `read` does not know it.
    pub fn get_code<T>(&self, name: &'static str, read: impl FnOnce(&str) -> Option<T>) -> DbResult<T> {
        read(&self.get::<String>(name)?).ok_or(DbError::Unreadable(name))
    }

    fn is_null(&self, name: &'static str) -> DbResult<bool> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get_raw(name)?.is_null(),
            Self::Postgres(row) => row.try_get_raw(name)?.is_null(),
        })
    }

    fn int(&self, name: &'static str) -> DbResult<i64> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(name)?,
            Self::Postgres(row) => match row.try_column(name)?.type_info().name() {
                "INT4" => i64::from(row.try_get::<i32, _>(name)?),
                _ => row.try_get(name)?,
            },
        })
    }
}

macro_rules! int_columns {
    ($($kind:ty)+) => {$(
        impl FromColumn for $kind {
            fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
                row.int(name)?.try_into().map_err(|_| DbError::Unreadable(name))
            }
        }
    )+};
}

int_columns!(u8 u16 u32 u64 i32 i64);

impl FromColumn for bool {
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
        Ok(row.int(name)? != 0)
    }
}

impl FromColumn for String {
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
        Ok(match row {
            Row::Sqlite(row) => row.try_get(name)?,
            Row::Postgres(row) => row.try_get(name)?,
        })
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
        Ok(match row {
            Row::Sqlite(row) => row.try_get(name)?,
            Row::Postgres(row) => row.try_get(name)?,
        })
    }
}

impl<const N: usize> FromColumn for [u8; N] {
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
        row.get::<Vec<u8>>(name)?.try_into().map_err(|_| DbError::Unreadable(name))
    }
}

impl FromColumn for NaiveDate {
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
        row.get_code(name, |text| text.parse().ok())
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(row: &Row, name: &'static str) -> DbResult<Self> {
        if row.is_null(name)? { Ok(None) } else { T::from_column(row, name).map(Some) }
    }
}
