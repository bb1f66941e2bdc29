//! The portal's own secrets: files of 32 bytes in a folder, made on the first start.

use crate::crypto::random::Random;
use hkdf::Hkdf;
use sha2::Sha256;
use std::{
    fs,
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

/// A secret of 256 bits.
pub type Key = Zeroizing<[u8; 32]>;

/// What the keys are for, and what their files are called.
pub const PURPOSES: [&str; 10] =
    ["pepper", "codes", "confidential", "talks", "forms", "desk", "cases", "complaints", "receipts", "plans"];

/// The secrets, each for one purpose.
pub struct Keys {
    /// Mixed into every verifier of a code, so that a stolen database alone cannot be searched.
    pub pepper: Key,
    /// From which return codes are derived.
    pub codes: Key,
    /// Seals the confidential track.
    pub confidential: Key,
    /// Seals what is written in conversations, and proves to whom one may write.
    pub talks: Key,
    /// Signs forms.
    pub forms: Key,
    /// Seals the secrets of staff's authenticators.
    pub desk: Key,
    /// Seals what citizens say in their cases.
    pub cases: Key,
    /// Seals the keys of complaints.
    pub complaints: Key,
    /// Signs receipts (Ed25519).
    pub receipts: Key,
    /// Seals the keys of plans, and makes the codes that open them.
    pub plans: Key,
}

/// Keys that cannot be used.
#[derive(Debug, Error)]
pub enum KeysError {
    #[error("{path}: {error}")]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("{0}: holds no 32 bytes")]
    WrongLength(PathBuf),
    #[error("{0}: can be read by others: its mode must be 600")]
    Open(PathBuf),
    #[error("{0}: others can change what is in it: its mode must be 700")]
    OpenFolder(PathBuf),
}

impl Keys {
    /// Reads the keys in `folder`; those missing are made there, and their number is given.
    ///
    /// # Errors
    /// A file that cannot be read or written, has the wrong length, or can be read by others.
    pub fn load(folder: &Path, random: &Random) -> Result<(Self, usize), KeysError> {
        check_folder(folder)?;
        let mut made = 0;
        let mut key = |name: &str| {
            let path = folder.join(name);
            if !path.exists() {
                make(folder, &path, random)
                    .map_err(|error| KeysError::Unreadable { path: path.clone(), error })?;
                made += 1;
            }
            read(path)
        };
        let [pepper, codes, confidential, talks, forms, desk, cases, complaints, receipts, plans] =
            PURPOSES.map(&mut key);
        let keys = Self {
            pepper: pepper?,
            codes: codes?,
            confidential: confidential?,
            talks: talks?,
            forms: forms?,
            desk: desk?,
            cases: cases?,
            complaints: complaints?,
            receipts: receipts?,
            plans: plans?,
        };
        Ok((keys, made))
    }

    /// Keys that nothing outlives, for tests.
    #[must_use]
    pub fn ephemeral(random: &Random) -> Self {
        let key = || Zeroizing::new(random.bytes());
        Self {
            pepper: key(),
            codes: key(),
            confidential: key(),
            talks: key(),
            forms: key(),
            desk: key(),
            cases: key(),
            complaints: key(),
            receipts: key(),
            plans: key(),
        }
    }

    /// A print of each key: it tells keys apart and does not lead to them.
    ///
    /// # Panics
    /// Never: HKDF gives what is asked for.
    #[must_use]
    pub fn prints(&self) -> [(&'static str, [u8; 32]); 10] {
        let print = |key: &Key| {
            let mut print = [0; 32];
            Hkdf::<Sha256>::new(None, &key[..])
                .expand(b"print v1", &mut print)
                .expect("32 bytes are less than HKDF can give");
            print
        };
        [
            ("pepper", print(&self.pepper)),
            ("codes", print(&self.codes)),
            ("confidential", print(&self.confidential)),
            ("talks", print(&self.talks)),
            ("forms", print(&self.forms)),
            ("desk", print(&self.desk)),
            ("cases", print(&self.cases)),
            ("complaints", print(&self.complaints)),
            ("receipts", print(&self.receipts)),
            ("plans", print(&self.plans)),
        ]
    }
}

/// In a folder that others can write, they could put keys of their own. One that is missing is made.
fn check_folder(folder: &Path) -> Result<(), KeysError> {
    let unreadable = |error| KeysError::Unreadable { path: folder.to_owned(), error };
    match fs::metadata(folder) {
        Ok(found) if found.permissions().mode() & 0o022 != 0 => Err(KeysError::OpenFolder(folder.to_owned())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unreadable(error)),
        _ => Ok(()),
    }
}

fn make(folder: &Path, path: &Path, random: &Random) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut bytes: [u8; 32] = random.bytes();
    // Made under another name and linked, so that two servers starting at once agree on one key.
    let draft = path.with_extension(format!("{}", std::process::id()));
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    bytes.zeroize();
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::File::open(folder)?.sync_all(),
    }
}

fn read(path: PathBuf) -> Result<Key, KeysError> {
    let unreadable = |error| KeysError::Unreadable { path: path.clone(), error };
    if fs::metadata(&path).map_err(unreadable)?.permissions().mode() & 0o077 != 0 {
        return Err(KeysError::Open(path));
    }
    let bytes = Zeroizing::new(fs::read(&path).map_err(unreadable)?);
    match bytes.as_slice().try_into() {
        Ok(bytes) => Ok(Zeroizing::new(bytes)),
        Err(_) => Err(KeysError::WrongLength(path)),
    }
}
