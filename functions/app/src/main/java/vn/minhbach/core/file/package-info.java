/**
 * Files as far as no capability is concerned: how one is named, what its kind is called, what a
 * campaign takes, for which stretch of days it speaks, and leave to send one ({@link
 * vn.minhbach.core.file.Upload}). The plan (V.5) wants complete, reliable evidence (<i>tài liệu
 * minh chứng</i>) for each figure; what a file proves, the rooms of {@code assess} say.
 *
 * <h2>States</h2>
 *
 * None: these are values.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>A name keeps its Vietnamese letters, is at most 255 characters long and holds no slash and
 *       no control character ({@link vn.minhbach.core.file.FileName}).
 *   <li>A limit stands on each file, on all files of a unit, on grants in a minute and on the
 *       records of a unit ({@link vn.minhbach.core.file.UploadLimits}).
 *   <li>A {@link vn.minhbach.core.file.Period} includes both its ends and is read as clerks write
 *       it, {@code Quý III/2020} as well as {@code 9 tháng đầu năm 2020}; what can be read in no
 *       such way is empty and not guessed.
 *   <li>An {@link vn.minhbach.core.file.Upload} is leave for exactly one file, since its size and
 *       digest are signed.
 * </ul>
 *
 * <h2>Example</h2>
 *
 * {@code Period.read("Quý III/2020")} is 1/7/2020 to 30/9/2020; it {@code meets} the data period of
 * the 2019 round, 30/10/2018 to 30/10/2019, nowhere, and so a file that says so is worth a second
 * look.
 */
package vn.minhbach.core.file;
