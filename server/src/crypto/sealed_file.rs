//! A file on its way to the database: sealed in parts, as they will be stored, under a key of its own, in a temporary file
//! without a name. What is left on the disk, whatever happens, opens nothing.

use super::{
    keys::Key,
    random::Random,
    sealed::{self, name_part},
};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, Write},
    os::unix::fs::FileExt,
    sync::Arc,
};
use zeroize::Zeroizing;

/// Bytes of a part: with what ends it, a whole number of what texts are padded to.
pub const PART: usize = 256 * 1024 - 1;
/// The same, sealed.
const SEALED_PART: u64 = PART as u64 + 1 + 41;

/// Seals what is written to it, up to so many bytes.
pub struct SealedFileWriter {
    file: File,
    most: u64,
    key: Key,
    id: [u8; 16],
    waiting: Zeroizing<Vec<u8>>,
    parts: u32,
    size: u64,
    print: Sha256,
    random: Arc<Random>,
}

impl SealedFileWriter {
    /// # Errors
    /// Where there is no place for temporary files.
    pub fn new(random: &Arc<Random>, most: u64) -> io::Result<Self> {
        Ok(Self {
            file: tempfile::tempfile()?,
            most,
            key: Zeroizing::new(random.bytes()),
            id: random.bytes(),
            waiting: Zeroizing::new(Vec::with_capacity(PART)),
            parts: 0,
            size: 0,
            print: Sha256::new(),
            random: Arc::clone(random),
        })
    }

    fn seal_waiting(&mut self) -> io::Result<()> {
        let sealed =
            sealed::seal_bytes(&self.key, &name_part(&self.id, self.parts), &self.waiting, &self.random);
        self.file.write_all(&sealed)?;
        self.parts += 1;
        self.waiting.clear();
        Ok(())
    }

    /// The whole file.
    ///
    /// # Errors
    /// Where the rest cannot be written.
    pub fn finish(mut self) -> io::Result<SealedFile> {
        if !self.waiting.is_empty() {
            self.seal_waiting()?;
        }
        let Self { file, key, id, parts, size, print, .. } = self;
        Ok(SealedFile { file, key, id, parts, size, print: print.finalize().into() })
    }
}

impl Write for SealedFileWriter {
    /// What goes beyond the most is an error of the kind `FileTooLarge`.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.size + bytes.len() as u64 > self.most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let taken = bytes.len().min(PART - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        self.print.update(&bytes[..taken]);
        self.size += taken as u64;
        if self.waiting.len() == PART {
            self.seal_waiting()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file in sealed parts, with the key that opens them.
pub struct SealedFile {
    file: File,
    key: Key,
    id: [u8; 16],
    parts: u32,
    size: u64,
    print: [u8; 32],
}

impl SealedFile {
    /// The key that opens it, and the name that its parts are bound to.
    #[must_use]
    pub const fn key(&self) -> (&Key, &[u8; 16]) {
        (&self.key, &self.id)
    }

    /// How many parts it has, and bytes.
    #[must_use]
    pub const fn measure(&self) -> (u32, u64) {
        (self.parts, self.size)
    }

    /// SHA-256 of what was written.
    #[must_use]
    pub const fn print(&self) -> &[u8; 32] {
        &self.print
    }

    /// A part as it is stored.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read_sealed(&self, place: u32) -> io::Result<Vec<u8>> {
        let begin = u64::from(place) * SEALED_PART;
        let left = self.file.metadata()?.len().saturating_sub(begin).min(SEALED_PART);
        let mut sealed = vec![0; usize::try_from(left).unwrap_or_default()];
        self.file.read_exact_at(&mut sealed, begin)?;
        Ok(sealed)
    }

    /// All that was written.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(&self) -> io::Result<Zeroizing<Vec<u8>>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(self.size).unwrap_or_default()));
        for place in 0..self.parts {
            bytes.extend_from_slice(&self.read_part(place)?);
        }
        Ok(bytes)
    }

    /// What was written into a part.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read_part(&self, place: u32) -> io::Result<Zeroizing<Vec<u8>>> {
        let part = open_part(&self.key, &self.id, place, &self.read_sealed(place)?);
        part.ok_or_else(|| io::Error::other("a part that is not what was sealed"))
    }
}

/// Opens a part of the file `id`; `None` for anything else.
#[must_use]
pub fn open_part(key: &Key, id: &[u8; 16], place: u32, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    sealed::open_bytes(key, &name_part(id, place), sealed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn write(bytes: &[u8]) -> SealedFile {
        let mut writer = SealedFileWriter::new(&Arc::new(Random::seeded(1)), 1 << 30).expect("a file");
        writer.write_all(bytes).expect("written");
        writer.finish().expect("a whole file")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn what_is_written_is_read_whatever_its_length(length in prop_oneof![0..600usize, PART - 2..PART + 3, 2 * PART - 1..2 * PART + 2]) {
            let bytes: Vec<u8> = (0..length).map(|place| u8::try_from(place % 251).expect("a byte")).collect();
            let file = write(&bytes);
            prop_assert_eq!(file.read().expect("read").to_vec(), bytes.clone());
            prop_assert_eq!(file.measure(), (u32::try_from(length.div_ceil(PART)).expect("few"), length as u64));
            prop_assert_eq!(file.print(), &<[u8; 32]>::from(Sha256::digest(&bytes)));
        }
    }

    #[test]
    fn what_goes_beyond_the_most_is_refused() {
        let mut writer = SealedFileWriter::new(&Arc::new(Random::seeded(1)), 10).expect("a file");
        writer.write_all(&[0; 10]).expect("so much");
        let refused = writer.write_all(&[0]).expect_err("no more");
        assert_eq!(refused.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn on_the_disk_stands_nothing_of_it_and_no_part_opens_in_anothers_place() {
        let file = write(&vec![b'a'; PART + 9]);
        let (key, id) = file.key();
        let (first, second) = (file.read_sealed(0).expect("read"), file.read_sealed(1).expect("read"));
        assert!(!first.windows(16).any(|bytes| bytes == [b'a'; 16]));
        assert_eq!(open_part(key, id, 1, &second).expect("its part").len(), 9);
        assert!(open_part(key, id, 0, &second).is_none());
        assert!(open_part(key, &[0; 16], 1, &second).is_none());
    }
}
