package org.nabla.progress.prediction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** How good the predictions were, and what teaches, when it was last measured. */
@Singleton
class PredictionReport {
    private final LogRepository log;
    private final TeachingRepository teaching;

    PredictionReport(LogRepository log, TeachingRepository teaching) {
        this.log = log;
        this.teaching = teaching;
    }

    /** Empty before the first night with answers. */
    @Transactional
    Optional<CalibrationView> latest() {
        return log.latest().map(CalibrationView::of);
    }

    /** What teaches, as far as it was tried often enough. */
    @Transactional
    TeachingView teaching() {
        return TeachingView.of(teaching.measured(Teaching.ENOUGH));
    }
}
