package dev.assay.extract.draft;

/// What a file may cost before it is set aside. Passing one of the container limits quarantines the file;
/// passing a reading limit leaves a gap.
///
/// Real office files unpack to at most 70 times their size (730 files measured), large generated worksheets to
/// about 25, but one small picture inside (a blank EMF of 1.4 MB) reached 667. So the ratio holds for a
/// container as a whole, and for a single entry only from `entryRatioFrom` on; below `ratioFrom` nothing can do
/// harm, and a tiny file of blanks may have any ratio.
///
/// @param entries        most entries of one container
/// @param allEntries     most entries of a container and all containers inside
/// @param depth          most containers within each other, the outermost counted
/// @param totalBytes     most bytes unpacked, containers inside included
/// @param ratio          most bytes unpacked per byte packed, counted on what really comes out
/// @param ratioFrom      unpacked size from which the ratio holds for a container
/// @param entryRatioFrom unpacked size from which the ratio holds for a single entry
/// @param streamBytes    most bytes that one content stream of a PDF may unpack to
/// @param imagePixels    most pixels of one image
/// @param pages          most pages that are read
/// @param characters     most UTF-16 units of text that are read
/// @param cells          most table cells that are read
/// @param embedded       most embedded files that are read
public record ContainerLimits(
        int entries,
        int allEntries,
        int depth,
        long totalBytes,
        int ratio,
        long ratioFrom,
        long entryRatioFrom,
        long streamBytes,
        long imagePixels,
        int pages,
        int characters,
        int cells,
        int embedded) {
    private static final int MEBIBYTE = 1 << 20;

    /// The limits that hold where no policy raises them.
    public static ContainerLimits standard() {
        return new ContainerLimits(
                2_000,
                20_000,
                3,
                1024L * MEBIBYTE,
                100,
                MEBIBYTE,
                16L * MEBIBYTE,
                256L * MEBIBYTE,
                1_000_000_000L,
                5_000,
                10_000_000,
                1_000_000,
                200);
    }
}
