package vn.minhbach.planted.core.unit;

import java.nio.file.Path;
import vn.minhbach.planted.core.prepare.campaign.PlantedService;

/** A core that reads files, in a room that knows a later phase. */
public record PlantedFile(Path path, PlantedService service) {}
