package org.nabla.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** How good the predictions were when it was last measured. */
@ApplicationScoped
class Predictions {
    private final LogRepository log;

    Predictions(LogRepository log) {
        this.log = log;
    }

    /** Empty before the first night with answers. */
    @Transactional
    Optional<CalibrationView> latest() {
        return log.latest().map(CalibrationView::of);
    }
}
